/** Builds the documentation site into `site/dist`, or serves it while it is written (`dev`). Installs its packages first. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { installedPackages } from '../test/support/installed-tools'

const root = join(__dirname, '..')
const site = installedPackages('site', 40)

const run = (binary: string, ...args: readonly string[]): void => {
  execFileSync(process.execPath, [binary, ...args], { cwd: root, stdio: 'inherit' })
}
const vitepress = (...args: readonly string[]): void =>
  run(join(site, 'node_modules/vitepress/bin/vitepress.js'), ...args)

const [, , command = 'build'] = process.argv
if (command === 'dev') vitepress('dev', 'site')
else {
  run(join(root, 'node_modules/typescript/bin/tsc'), '-p', 'site')
  vitepress('build', 'site')
}
