import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { MovableClock } from '../../simulator'
import { type BareHost, type BareHostOptions, createBareHost } from '../sandbox/bare-host'
import { createWindow, type DomNode, touchEventOf } from './simulated-window'
import {
  type Definition,
  type Rendered,
  requireForSimulator,
  type SimulatorParts,
  simulatorScript,
  VIEW,
  wxmlScript,
} from './simulator-code'

/** What `app.ts` passes to `App`. */
interface AppDefinition extends Record<string, unknown> {
  onLaunch(options: { readonly query: object }): void
}

/** A compiled mini-program; its scripts are compiled once for all apps. */
export interface AppCode {
  readonly folder: string
  readonly scripts: Readonly<Record<string, string>>
}

export const appCode = (folder: string): AppCode => ({
  folder,
  scripts: { 'simulator.js': simulatorScript(), 'wxml.js': wxmlScript(folder) },
})

/** How old the phone is. */
export type Phone = Pick<BareHostOptions, 'builtins' | 'promise'>

export interface MiniAppOptions {
  readonly phone: Phone
  readonly code: AppCode
  readonly clock: MovableClock
  /** The functions of `wx` that the simulator does not have, or has without effect. */
  readonly wx: object
}

/** A running mini-program. */
export interface MiniApp {
  readonly host: BareHost
  readonly app: AppDefinition
  /** What was written to the console as an error or a warning. */
  readonly errors: readonly unknown[]
  open(page: string): Rendered
  /** The text of all open pages. */
  shownText(): string
  /** Sends an event of the platform to an element, as a native component does. */
  emit(target: DomNode, name: string, detail: object): void
  touch(target: DomNode, name: 'touchstart' | 'touchend'): void
}

/**
 * A mini-program in WeChat's component simulator. As on a phone, its code runs in a layer without a document: the bare host. The
 * simulator itself runs in the same host, because its component engine compares constructors, and finds a document there.
 */
export const createMiniApp = ({ code, phone, clock, wx }: MiniAppOptions): MiniApp => {
  const { folder, scripts } = code
  const window = createWindow()
  const TouchEvent = touchEventOf(window)
  const errors: unknown[] = []
  const note = (...values: readonly unknown[]) => errors.push(...values)
  const simulatorGlobal: { wx: object; Component?: (definition: Definition) => void } = {
    wx: { ...wx },
  }
  const platform = {}
  let app: AppDefinition | undefined
  let defined: Definition | undefined
  const appOrFail = (): AppDefinition => {
    if (app === undefined) throw new Error('the mini-program did not call App')
    return app
  }

  const host = createBareHost({
    ...phone,
    files: (path) => scripts[path] ?? textOf(join(folder, path)) ?? elsewhere(folder, path),
    clock,
    globals: {
      wx: platform,
      console: { log: () => {}, info: () => {}, warn: note, error: note },
      App: (definition: AppDefinition) => {
        app = definition
      },
      getApp: appOrFail,
      Component: (definition: Definition) => {
        defined = definition
      },
      // The simulator has components only.
      Page: ({ data, ...methods }: Definition) => {
        defined = { data, methods }
      },
      Behavior: (definition: Definition) => simulate.behavior(definition),
      [VIEW]: {
        ...{ window, document: window.document, navigator: window.navigator },
        ...{ CustomEvent: window.CustomEvent, TouchEvent, Touch: class {} },
        ...{ global: simulatorGlobal, process, require: requireForSimulator },
      },
    },
  })

  const { simulate, utils, compile, wxss, exparser } = host.load(
    'simulator',
  ) as unknown as SimulatorParts
  const template = host.load('wxml') as unknown as (path: string) => unknown
  // The simulator has added the functions that it simulates.
  Object.assign(platform, simulatorGlobal.wx)
  const definitions = new Map<string, Definition>()
  utils.runJs = (file) => {
    const path = relative(folder, file)
    if (!definitions.has(path)) {
      host.load(path)
      if (defined === undefined) throw new Error(`${path} defines no component`)
      definitions.set(path, defined)
      defined = undefined
    }
    simulatorGlobal.Component?.({ ...definitions.get(path) })
  }
  compile.getWxml = (path) => template(`${relative(folder, path)}.wxml`)
  wxss.compile = () => ''
  host.load('app')

  return {
    host,
    app: appOrFail(),
    errors,
    open: (page) => {
      const id = simulate.load(join(folder, page), 'page', { rootPath: folder })
      const rendered = simulate.render(id)
      rendered.attach(window.document.body)
      return rendered
    },
    shownText: () => window.document.body.textContent,
    emit: (target, name, detail) => {
      const options = { bubbles: true, capturePhase: true, composed: true }
      exparser.Event.dispatchEvent(target, exparser.Event.create(name, detail, options))
    },
    touch: (target, name) => {
      const finger = { pageX: 0, pageY: 0 }
      target.dispatchEvent(new TouchEvent(name, name === 'touchstart' ? [finger] : [], [finger]))
    },
  }
}

const textOf = (file: string): string | undefined =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined

/**
 * A module that WeChat finds in other places than the bare host, which looks only in the topmost `miniprogram_npm`: a package of
 * a package is in the `miniprogram_npm` of the latter, and the helpers of the compiler are at the root.
 */
const elsewhere = (folder: string, path: string): string | undefined => {
  if (!path.startsWith('miniprogram_npm/')) return undefined
  const places = [
    join('miniprogram_npm/tdesign-miniprogram', path),
    relative('miniprogram_npm', path),
  ]
  const found = places.find((place) => textOf(join(folder, place)) !== undefined)
  return found && `module.exports = require('./${relative(dirname(path), found)}')`
}
