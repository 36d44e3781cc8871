import { createSimulator } from '../simulator'
import { combine } from '../src/core/transport/combine'
import type { TYSdkLike } from '../src/core/transport/native-like'
import type { Transport } from '../src/core/transport/transport'
import { openApi } from '../src/open-api/open-api'
import { fetchTransport } from '../src/transports/fetch-transport'
import { nativeBridge } from '../src/transports/native-bridge'
import { wrongUsage } from './command-error'
import { endpointIn, headersIn, projectIn } from './credentials'
import type { Host } from './host'

export interface TargetOptions {
  /** A simulator of this process, or the address of a running one. */
  readonly simulator?: string | true | undefined
  /** The targets of the environment variables: a cloud project, a gateway, or both. */
  readonly env?: boolean | undefined
  /** The address of a gateway of mini-programs. */
  readonly url?: string | undefined
}

/** The receiver of a call. */
export interface Target {
  /** Its name in the question before a command. */
  readonly name: string
  readonly transport: Transport
}

export const targetOf = (
  { simulator, env: fromEnv = false, url }: TargetOptions,
  { env }: Pick<Host, 'env'>,
): Target => {
  if (fromEnv && simulator !== undefined)
    throw wrongUsage('--simulator and --env name two targets; choose one')
  if (url !== undefined && (fromEnv || simulator !== undefined))
    throw wrongUsage('--url and --simulator or --env name two targets; choose one')
  if (url !== undefined) return gatewayAt(url, env)
  if (fromEnv) return environment(env)
  if (typeof simulator !== 'string')
    return { name: 'a simulator', transport: createSimulator().asTransport() }
  return { name: `the simulator at ${addressOf(simulator)}`, transport: running(simulator, env) }
}

/** A simulator supports all three families; its routes need the signature of its project. */
const running = (url: string, env: Host['env']): Transport => {
  const { clientId, accessKey } = createSimulator()
  const project = projectIn(env) ?? { clientId, secret: accessKey }
  return combine(
    fetchTransport({ url }),
    openApi({ ...project, baseUrl: url }),
    nativeBridge(appBefore(url)),
  )
}

/** Replaces the app that forwards the calls of a panel to the cloud. */
const appBefore = (url: string): TYSdkLike => ({
  apiRequest: async (a, postData, v) => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ a, v, postData }) })
    return answer.json()
  },
})

const environment = (env: Host['env']): Target => {
  const targets: Target[] = []
  const project = projectIn(env)
  if (project !== undefined) {
    const endpoint = endpointIn(env)
    targets.push({
      name: 'baseUrl' in endpoint ? addressOf(endpoint.baseUrl) : `the cloud (${endpoint.region})`,
      transport: openApi({ ...project, ...endpoint }),
    })
  }
  const gateway = env.LOCKPANEL_URL
  if (gateway !== undefined && gateway !== '') targets.push(gatewayAt(gateway, env))
  if (targets.length === 0)
    throw wrongUsage(
      'the environment names no target: set LOCKPANEL_CLIENT_ID, LOCKPANEL_SECRET and LOCKPANEL_REGION for a cloud project, or LOCKPANEL_URL for a gateway of mini-programs',
    )
  return {
    name: targets.map(({ name }) => name).join(' or '),
    transport: combine(...targets.map(({ transport }) => transport)),
  }
}

const gatewayAt = (url: string, env: Host['env']): Target => ({
  name: addressOf(url),
  transport: fetchTransport({ url, headers: headersIn(env) }),
})

/** Host and port of an address: the other parts may be a credential. */
const addressOf = (url: string): string => {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw wrongUsage('the address of a server must start with http:// or https://')
  return new URL(url).host
}
