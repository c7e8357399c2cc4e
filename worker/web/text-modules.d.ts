/** The rules of wrangler.toml import these files as text. */
declare module '*.css' {
  const text: string
  export default text
}

declare module '*.client.js' {
  const text: string
  export default text
}
