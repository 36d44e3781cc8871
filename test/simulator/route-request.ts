import { allActions } from '../../actions'
import type { SimulatedRequest, Simulator } from '../../simulator'
import type { Action } from '../../src/core/action'
import { canonicalRequest } from '../../src/open-api/canonical-request'
import { signRequest } from '../../src/open-api/sign-request'

type Params = Readonly<Record<string, unknown>>

const routes: readonly Action[] = Object.values(allActions)

export const isRouteName = (name: string): boolean => name.includes(' /')

/** The request by which the package calls a route, signed by the package. */
export const routeRequest = (
  simulator: Simulator,
  name: string,
  params: Params,
  accessToken?: string,
): SimulatedRequest => {
  const query = routes.find((one) => one.name === name)?.query
  const request = canonicalRequest({ action: name, family: 'open-api', params, query })
  const { clientId, accessKey, clock } = simulator
  const { url, headers, method, body } = signRequest({
    request,
    baseUrl: '',
    clientId,
    secret: accessKey,
    t: String(clock.now()),
    nonce: '',
    token: accessToken === undefined ? undefined : { accessToken, refreshToken: '', renewAt: 0 },
    headers: {},
    signatureHeaders: {},
  })
  return { method, path: url, headers, body: body ?? '' }
}

export interface TokenResult {
  readonly access_token: string
  readonly refresh_token: string
  readonly expire_time: number
}

/** The body of an answer; throws if the connection broke. */
export const answerOf = (simulator: Simulator, request: SimulatedRequest) => {
  const answer = simulator.handle(request)
  if (answer.kind === 'dropped') throw new Error('the connection broke')
  return JSON.parse(answer.body) as {
    readonly success: boolean
    readonly code?: number
    readonly result?: unknown
  }
}

/** A valid token. */
export const tokenFor = (simulator: Simulator): TokenResult =>
  answerOf(simulator, routeRequest(simulator, 'GET /v1.0/token', { grant_type: 1 }))
    .result as TokenResult
