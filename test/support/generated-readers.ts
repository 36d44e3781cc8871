import * as helpers from '../../actions/shared/reader-helpers'
import type { GeneratedReader } from '../../actions/shared/with-reader'
import { readerSource } from '../../scripts/readers/reader-source'
import type { Action } from '../../src/core/action'

/** The generated readers of the results of actions, by name; those of results that only a codec reads are absent. */
export const generatedReaders = async (
  actions: readonly Action[],
): Promise<ReadonlyMap<string, GeneratedReader>> => {
  const sources = actions.flatMap(({ name, result }) => {
    const source = readerSource(result)
    return source === undefined ? [] : [{ name, ...source }]
  })
  const code = `export const readers = ({ ${Object.keys(helpers).join(', ')} }) => new Map([${sources
    .map(
      ({ name, functions, reader }) =>
        `[${JSON.stringify(name)}, (() => {\n${functions}\nreturn ${reader}\n})()]`,
    )
    .join(',\n')}])`
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  const { readers } = (await import(/* @vite-ignore */ url)) as {
    readers(functions: typeof helpers): ReadonlyMap<string, GeneratedReader>
  }
  return readers(helpers)
}
