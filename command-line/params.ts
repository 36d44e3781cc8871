import { parseJson } from '../src/core/json/parse-json'
import { wrongUsage } from './command-error'
import type { Host } from './host'

type Params = Readonly<Record<string, unknown>>

/**
 * The parameters of a call: JSON, `@file`, or `-` for what comes on stdin. Numbers of 16 digits and more keep their
 * digits. Wrong input is not quoted: it may contain a password.
 */
export const readParams = async (
  given: string | undefined,
  host: Pick<Host, 'stdin' | 'readFile'>,
): Promise<Params> => {
  if (given === undefined) return {}
  const parsed = parseJson(await textOf(given, host))
  if (!parsed.ok)
    throw wrongUsage(`--params is not JSON; quote it for the shell: --params '{"device_id":"…"}'`)
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongUsage('--params must be a JSON object')
  return value as Params
}

const textOf = async (
  given: string,
  { stdin, readFile }: Pick<Host, 'stdin' | 'readFile'>,
): Promise<string> => {
  if (given === '-') return stdin.text()
  if (!given.startsWith('@')) return given
  const path = given.slice(1)
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as { readonly code?: unknown }
    throw wrongUsage(`cannot read ${path}${code === undefined ? '' : ` (${String(code)})`}`)
  }
}
