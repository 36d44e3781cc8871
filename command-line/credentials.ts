import type { Region } from '../src/open-api/regions'
import { regionUrls } from '../src/open-api/regions'
import { wrongUsage } from './command-error'
import type { Host } from './host'

type Env = Host['env']

const asCredential =
  /^--?(client-?(id|secret)|access-?(id|key|token|secret)|secret|token|api-?key)(=|$)/i

/**
 * Refuses a secret among the arguments, before they are parsed: every process of the machine sees them,
 * and the shell stores them in its history. The error does not repeat them.
 */
export const refuseCredentials = (args: readonly string[]): void => {
  if (args.some((arg) => asCredential.test(arg)))
    throw wrongUsage(
      'credentials are not accepted as arguments, which other processes and the shell history can read; set LOCKPANEL_CLIENT_ID and LOCKPANEL_SECRET',
    )
}

export interface Project {
  readonly clientId: string
  readonly secret: string
}

/** The cloud project in the environment variables, if there is one. */
export const projectIn = (env: Env): Project | undefined => {
  const clientId = env.LOCKPANEL_CLIENT_ID ?? ''
  const secret = env.LOCKPANEL_SECRET ?? ''
  if (clientId === '' && secret === '') return undefined
  if (clientId === '' || secret === '')
    throw wrongUsage('LOCKPANEL_CLIENT_ID and LOCKPANEL_SECRET are both required')
  return { clientId, secret }
}

/** The address of that project, or one of the vendor's data centres. */
export const endpointIn = (
  env: Env,
): { readonly baseUrl: string } | { readonly region: Region } => {
  if (env.LOCKPANEL_BASE_URL) return { baseUrl: env.LOCKPANEL_BASE_URL }
  const region = env.LOCKPANEL_REGION ?? ''
  if (isRegion(region)) return { region }
  throw wrongUsage(
    `LOCKPANEL_REGION must be one of ${Object.keys(regionUrls).join(', ')}; or set LOCKPANEL_BASE_URL`,
  )
}

const isRegion = (name: string): name is Region => Object.keys(regionUrls).includes(name)

/** `LOCKPANEL_HEADERS`: a JSON object of texts. */
export const headersIn = (env: Env): Readonly<Record<string, string>> => {
  const text = env.LOCKPANEL_HEADERS
  if (text === undefined || text === '') return {}
  const refusal = wrongUsage('LOCKPANEL_HEADERS must be a JSON object of strings')
  let headers: unknown
  try {
    headers = JSON.parse(text)
  } catch {
    throw refusal
  }
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) throw refusal
  if (Object.values(headers).some((value) => typeof value !== 'string')) throw refusal
  return headers as Readonly<Record<string, string>>
}
