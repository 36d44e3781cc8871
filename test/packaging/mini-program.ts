import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { createContext, Script } from 'node:vm'

/**
 * Loads a file of `miniprogram_npm` as WeChat does: a bare JavaScript engine with timers, no code from strings,
 * and a `require` that knows real files by their relative path and nothing else.
 */
export const loadInMiniProgram = (folder: string, entry: string): Record<string, unknown> => {
  const context = createContext(
    { setTimeout, clearTimeout, setInterval, clearInterval },
    { codeGeneration: { strings: false, wasm: false } },
  )
  const loaded = new Map<string, { exports: Record<string, unknown> }>()

  const load = (path: string): Record<string, unknown> => {
    const known = loaded.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} as Record<string, unknown> }
    loaded.set(path, module)
    const code = readFileSync(posix.join(folder, `${path}.js`), 'utf8')
    const wrapped = new Script(`(function (exports, require, module) {${code}\n})`, {
      filename: path,
    }).runInContext(context) as (...args: readonly unknown[]) => void
    wrapped(module.exports, (wanted: string) => load(resolve(path, wanted)), module)
    return module.exports
  }
  return load(entry)
}

const resolve = (from: string, wanted: string): string => {
  if (!wanted.startsWith('.')) throw new Error(`module '${wanted}' is not defined`)
  return posix.join(posix.dirname(from), wanted).replace(/\.js$/, '')
}
