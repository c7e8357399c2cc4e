// What the tests use of Citation.js, which ships no types.

declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: { forceType?: string; generateGraph: boolean })
    data: import('./read-back.ts').ReadItem[]
    format(type: 'bibliography', options: { format: 'text'; template: 'apa' }): string
  }
  export const plugins: { input: { chainLink(text: string): import('./read-back.ts').ReadRecord[] } }
}

declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-ris'
