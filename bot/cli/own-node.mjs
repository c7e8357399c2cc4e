// Loaded before each command of package.json (`node --import`), in what any Node reads: the sources are TypeScript, which
// Node reads since 22.18. npm puts the Node of the devDependencies first, where its install script was allowed to run.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This is Node ${process.versions.node}, and the project’s own Node 24 is not installed: run “npm ci”, or where that ran without install scripts, “npm rebuild --ignore-scripts=false node esbuild workerd”.`,
  )
  process.exit(1)
}
