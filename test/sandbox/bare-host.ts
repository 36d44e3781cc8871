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
  /** What the host gives besides timers: `wx`, `console`, `Page` … */
  readonly globals: Readonly<Record<string, unknown>>
}

type Exports = Readonly<Record<string, unknown>>

export interface BareHost {
  /** Loads a file as WeChat does, with all that it requires: once. */
  readonly load: (path: string) => Exports
  /** Which globals that a mini-program lacks were asked for, in their order. */
  readonly touched: readonly string[]
  /** How many timers the mini-program has running. */
  readonly timers: () => number
}

/** What the host's own files may be asked by: they run inside, and are not part of the mini-program. */
const OWN = 'test/sandbox/'

/**
 * The logic layer of a mini-program: a bare JavaScript engine with timers by a virtual clock, no code from strings, and
 * a `require` that knows relative files and the packages in `miniprogram_npm`.
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
  const pathOf = (from: string, wanted: string): string => {
    const path = wanted.startsWith('.')
      ? posix.join(posix.dirname(from), wanted)
      : posix.join('miniprogram_npm', wanted)
    const found = [path, `${path}.js`, `${path}/index.js`].find((each) => textOf(each))
    if (found === undefined) throw new Error(`module '${wanted}' is not defined, from ${from}`)
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
    wrapped(module.exports, (wanted: string) => load(pathOf(path, wanted)), module)
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

/** Moves the clock on, step by step, until the promise is settled; a microtask runs before the next step. */
export const settled = async <T>(clock: MovableClock, promise: PromiseLike<T>): Promise<T> => {
  const STEP_MS = 25
  const PATIENCE_MS = 120_000
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
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += STEP_MS) {
    await new Promise(setImmediate)
    if (outcome !== undefined) return outcome()
    clock.advance(STEP_MS)
  }
  throw new Error(`nothing came of it in ${PATIENCE_MS} ms`)
}
