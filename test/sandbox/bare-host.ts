import { posix } from 'node:path'
import { createContext, runInContext, Script } from 'node:vm'
import type { MovableClock } from '../../simulator'
import { compiledFile } from './compiled-file'
import type { Preparation } from './prepare'
import { virtualTimers } from './virtual-timers'

export interface BareHostOptions extends Partial<Pick<Preparation, 'builtins' | 'promise'>> {
  /** The text of a JavaScript file of the mini-program, by its path from the root, or undefined. */
  readonly files: (path: string) => string | undefined
  readonly clock: MovableClock
  /** The globals besides timers: `wx`, `console`, `Page` … */
  readonly globals: Readonly<Record<string, unknown>>
}

type Exports = Readonly<Record<string, unknown>>

export interface BareHost {
  /** Loads a file and its requirements once, as WeChat does. */
  readonly load: (path: string) => Exports
  /** The accessed globals that a mini-program lacks, in the order of access. */
  readonly touched: readonly string[]
  /** The number of running timers. */
  readonly timers: () => number
}

/** The folder of the host's own files: they run inside, but are not part of the mini-program. */
const OWN = 'test/sandbox/'

/**
 * The logic layer of a mini-program: a bare JavaScript engine with timers on a virtual clock, no code from strings, and
 * a `require` for relative files and the packages in `miniprogram_npm`.
 */
export const createBareHost = (options: BareHostOptions): BareHost => {
  const { files, clock, globals, builtins = 'today', promise = 'native' } = options
  const timers = virtualTimers(clock)
  const context = createContext(
    { ...timers.globals, ...globals },
    { codeGeneration: { strings: false, wasm: false } },
  )
  const touched: string[] = []
  const loaded = new Map<string, { exports: Record<string, unknown> }>()

  const textOf = (path: string) => (path.startsWith(OWN) ? compiledFile(path) : files(path))
  const pathOf = (from: string, specifier: string): string => {
    const path = specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : posix.join('miniprogram_npm', specifier)
    const found = [path, `${path}.js`, `${path}/index.js`].find((each) => textOf(each))
    if (found === undefined) throw new Error(`module '${specifier}' is not defined, from ${from}`)
    return found
  }
  const load = (path: string): Exports => {
    const known = loaded.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} as Record<string, unknown> }
    loaded.set(path, module)
    const wrapped = new Script(`(function (exports, require, module) {${textOf(path)}\n})`, {
      filename: path,
    }).runInContext(context) as (...args: readonly unknown[]) => void
    wrapped(module.exports, (specifier: string) => load(pathOf(path, specifier)), module)
    return module.exports
  }

  const { prepare } = load(`${OWN}prepare`) as unknown as typeof import('./prepare')
  prepare(runInContext('this', context) as Record<string, unknown>, {
    builtins,
    promise,
    now: () => clock.now(),
    onTouch: (name) => touched.push(name),
  })
  return { load: (path) => load(pathOf('./', `./${path}`)), touched, timers: timers.count }
}

/** Advances the clock in steps until the promise is settled; microtasks run before each step. */
export const settled = async <T>(clock: MovableClock, promise: PromiseLike<T>): Promise<T> => {
  const STEP_MS = 25
  const MAX_WAIT_MS = 120_000
  let outcome: (() => T) | undefined
  promise.then(
    (value) => {
      outcome = () => value
    },
    (error: unknown) => {
      outcome = () => {
        throw error
      }
    },
  )
  for (let waitedMs = 0; waitedMs < MAX_WAIT_MS; waitedMs += STEP_MS) {
    await new Promise(setImmediate)
    if (outcome !== undefined) return outcome()
    clock.advance(STEP_MS)
  }
  throw new Error(`the promise did not settle within ${MAX_WAIT_MS} ms`)
}
