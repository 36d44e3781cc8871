import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { installedTools } from '../support/installed-tools'

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

interface JsDomModule {
  readonly JSDOM: new (html: string) => { readonly window: JsDomWindow }
}

export interface DomEvent {
  readonly type: string
}

export interface DomNode {
  readonly textContent: string
  readonly children: Iterable<DomNode> & { readonly length: number }
  readonly isConnected: boolean
  querySelectorAll(selector: string): Iterable<DomNode>
  dispatchEvent(event: DomEvent): boolean
}

export interface JsDomWindow {
  readonly document: { readonly body: DomNode }
  readonly navigator: object
  readonly Event: new (type: string, options: object) => DomEvent
  readonly CustomEvent: unknown
}

const toolsRequire = () => createRequire(join(installedTools('mini-program', 60), 'package.json'))

export const createWindow = (): JsDomWindow => {
  const { JSDOM } = toolsRequire()('jsdom') as JsDomModule
  return new JSDOM('<!doctype html><html><head></head><body></body></html>').window
}

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
