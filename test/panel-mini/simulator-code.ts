import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { installedTools } from '../support/installed-tools'
import type { DomNode } from './simulated-window'

/** The global under which the simulator, and not the mini-program, finds the document. */
export const VIEW = 'viewOfTheSimulator'

/** The styles are not simulated, so that the packages for them are not loaded. */
const styles = ['less', 'postcss', 'csso']

const parts = `
exports.simulate = require('miniprogram-simulate')
exports.utils = require('miniprogram-simulate/src/utils')
exports.compile = require('miniprogram-simulate/src/compile')
exports.wxss = require('miniprogram-simulate/src/wxss')
exports.exparser = require('miniprogram-exparser')
`

/** What the simulator takes from its surroundings; a mini-program has none of it. */
const surroundings = [
  ...['window', 'document', 'navigator', 'global', 'process'],
  ...['CustomEvent', 'TouchEvent', 'Touch'],
]

const takeSurroundings = `const { ${surroundings.join(', ')} } = ${VIEW}\n`

export const toolsRequire = () =>
  createRequire(join(installedTools('mini-program', 60), 'package.json'))

/** WeChat's component simulator as one script for the bare host; it exports the `parts`. */
export const simulatorScript = (): string => {
  const { outputFiles } = buildSync({
    stdin: { contents: parts, resolveDir: installedTools('mini-program', 60) },
    bundle: true,
    format: 'cjs',
    write: false,
    external: ['fs', 'path', ...styles],
    logLevel: 'error',
  })
  const code = outputFiles.map(({ text }) => text).join('\n')
  return `require = ${VIEW}.require\n${takeSurroundings}${code}`
}

/** All WXML of a compiled mini-program, compiled by WeChat's `wcc`, as a script; it exports the function of all templates. */
export const wxmlScript = (folder: string): string => {
  const { wxmlToJs } = toolsRequire()('miniprogram-compiler') as {
    readonly wxmlToJs: (folder: string) => string
  }
  return `${takeSurroundings}module.exports = (function () {${wxmlToJs(folder)}})()`
}

/** The modules that the simulator requires: of Node two, of the others nothing is called. */
export const requireForSimulator = (name: string): unknown =>
  ['fs', 'path'].includes(name) ? toolsRequire()(name) : {}

/** The argument of `Page` and `Component`. */
export type Definition = Readonly<Record<string, unknown>>

/** The methods of a page that WeChat calls. */
interface PageInstance {
  onLoad?(query: object): void
  onUnload?(): void
  onReachBottom?(): void
}

/** A component that the simulator has rendered. */
export interface Rendered {
  readonly dom: DomNode
  readonly instance: PageInstance
  attach(parent: DomNode): void
  detach(): void
}

/** What the script of the simulator exports. */
export interface SimulatorParts {
  readonly simulate: {
    load(path: string, tagName: string, options: { readonly rootPath: string }): string
    render(id: string): Rendered
    behavior(definition: Definition): string
  }
  readonly utils: { runJs: (path: string) => void }
  readonly compile: { getWxml: (path: string) => unknown }
  readonly wxss: { compile: () => string }
  readonly exparser: {
    readonly Event: {
      create(name: string, detail: object, options: object): unknown
      dispatchEvent(target: unknown, event: unknown): void
    }
  }
}
