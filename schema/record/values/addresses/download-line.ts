// The line to type for a download, by the host of an address. Only what a pattern matches gets into a line, and no
// pattern matches a sign that a shell reads.

import { FORGE_PAGES } from './code-hosts.ts'
import { KAGGLE_PAGES } from './data-hosts.ts'

interface Tool {
  readonly address: RegExp
  /** What is no owner of anything, where one is expected in the first group. */
  readonly pages?: ReadonlySet<string>
  /** What gets the data, as its makers call it. */
  readonly name: string
  /** From the first group of the pattern, and the second. */
  readonly line: (id: string, part: string) => string
}

const NAME = String.raw`[A-Za-z0-9][\w.-]*`

/** The documentation of each: git-scm.com, cli.github.com, github.com/Kaggle/kaggle-cli, huggingface.co/docs, pypi.org/project/zenodo-get, physionet.org/about, docs.openneuro.org. */
const TOOLS: readonly Tool[] = [
  {
    address: new RegExp(String.raw`^https://github\.com/(${NAME}/${NAME})/releases/tag/(${NAME})/?$`),
    name: 'GitHub CLI',
    line: (repository, tag) => `gh release download ${tag} --repo ${repository}`,
  },
  {
    address: new RegExp(String.raw`^https://github\.com/(${NAME}/${NAME}?)(?:\.git)?/?(?:tree/.*)?$`),
    pages: FORGE_PAGES,
    name: 'Git',
    line: (repository) => `git clone https://github.com/${repository}`,
  },
  {
    address: new RegExp(String.raw`^https://gitlab\.com/(${NAME}(?:/${NAME})+?)(?:\.git)?/?(?:-/.*)?$`),
    name: 'Git',
    line: (repository) => `git clone https://gitlab.com/${repository}`,
  },
  {
    address: new RegExp(String.raw`^https://www\.kaggle\.com/(?:datasets/)?(${NAME}/${NAME})/?$`),
    pages: KAGGLE_PAGES,
    name: 'Kaggle CLI',
    line: (dataSet) => `kaggle datasets download -d ${dataSet}`,
  },
  {
    address: new RegExp(String.raw`^https://huggingface\.co/datasets/(${NAME}/${NAME})(?:/tree/main)?/?$`),
    name: 'Hugging Face CLI',
    line: (dataSet) => `hf download ${dataSet} --repo-type dataset`,
  },
  {
    address: /^https:\/\/(?:zenodo\.org\/records?\/|doi\.org\/10\.5281\/zenodo\.)(\d+)\/?$/,
    name: 'zenodo_get',
    line: (number) => `zenodo_get ${number}`,
  },
  {
    address: new RegExp(String.raw`^https://physionet\.org/content/(${NAME})/(\d[\d.]*)/?$`),
    name: 'Wget',
    line: (project, version) => `wget -r -N -c -np https://physionet.org/files/${project}/${version}/`,
  },
  {
    address: /^https:\/\/openneuro\.org\/datasets\/(ds\d+)(?:\/.*)?$/,
    name: 'AWS CLI',
    line: (dataSet) => `aws s3 sync --no-sign-request s3://openneuro.org/${dataSet} ${dataSet}`,
  },
]

export interface DownloadLine {
  readonly tool: string
  readonly line: string
}

/** The line that gets what is at an address; undefined where the host has none that is known. */
export function downloadLine(url: string): DownloadLine | undefined {
  for (const { address, pages, name, line } of TOOLS) {
    const [, id, part = ''] = address.exec(url) ?? []
    if (id !== undefined && !pages?.has(id.split('/')[0] ?? '')) return { tool: name, line: line(id, part) }
  }
  return undefined
}
