// The tables of the EU Publications Office from which DCAT-AP takes access rights and countries.
// https://op.europa.eu/en/web/eu-vocabularies/authority-tables

import { COUNTRIES, countryName } from '../../../schema/record/values/countries.ts'
import type { Access } from '../../../schema/vocabulary.ts'
import { link, literal, statements } from './turtle.ts'

const AUTHORITY = 'http://publications.europa.eu/resource/authority'

/**
 * Public is also what anybody can register for; restricted is what has a condition (DCAT-AP, "access rights"). Neither
 * fits data that can be viewed and not had.
 */
const ACCESS_RIGHTS: Readonly<Record<Access, 'PUBLIC' | 'RESTRICTED' | undefined>> = {
  open: 'PUBLIC',
  login: 'PUBLIC',
  registration: 'PUBLIC',
  agreement: 'RESTRICTED',
  application: 'RESTRICTED',
  view_only: undefined,
  build_it_yourself: undefined,
  unknown: undefined,
}

interface Term {
  readonly link: string
  /** The statements that a reader without the table needs. */
  readonly node: string
}

const term = (path: string, type: string, label: string): Term => {
  const address = `${AUTHORITY}/${path}`
  return {
    link: link(address),
    node: statements(address, [
      ['a', [type]],
      ['rdfs:label', [literal(label)]],
    ]),
  }
}

export function accessRight(access: Access): Term | undefined {
  const code = ACCESS_RIGHTS[access]
  return code && term(`access-right/${code}`, 'dct:RightsStatement', code.toLowerCase())
}

/** ISO 3166-1 alpha-3, in the order of the alpha-2 codes in `COUNTRIES`. */
const ALPHA_3 = (
  'AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN ' +
  'BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE ' +
  'DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL ' +
  'GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM ' +
  'JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE ' +
  'MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL ' +
  'NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN ' +
  'SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON ' +
  'TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE'
).split(' ')

export const country = (code: string): Term =>
  term(`country/${ALPHA_3[COUNTRIES.indexOf(code)]}`, 'dct:Location', countryName('en', code))
