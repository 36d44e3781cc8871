/**
 * What WeChat's developer tools do with a mini-program when they "build npm" and upload, without them and offline:
 *
 *   node pack-and-compile.js <folder of the mini-program> <folder for the result>
 *
 * Leaves `report.json` and the compiled files under `code/`.
 */
const { mkdirSync, renameSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const ci = require('miniprogram-ci')

const [, , app, result] = process.argv

const write = (file, content) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'object' ? JSON.stringify(content, null, 2) : content)
}

const packAndCompile = async () => {
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: app,
    // Any text does: nothing is uploaded.
    privateKey: 'none',
    ignores: ['node_modules/**/*'],
    // Otherwise it asks WeChat's server.
    attr: async () => ci.DefaultProjectAttr,
  })
  const warnings = await ci.packNpm(project)
  // As in the developer tools, where what is in node_modules counts for nothing.
  renameSync(join(app, 'node_modules'), join(result, 'node_modules'))
  const quality = await ci.checkCodeQuality(project)
  const files = await ci.getCompiledResult({ project, setting: { es6: true, minify: true } })

  for (const [path, content] of Object.entries(files)) write(join(result, 'code', path), content)
  write(join(result, 'report.json'), { warnings, quality })
}

packAndCompile().then(
  // The compiler leaves a child process behind that would keep this one alive.
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
