import type { Cloud } from '../../cloud'
import type { SimulatedRequest } from '../../exchange'
import { refuse } from '../../refusal'
import { currentToken, issueToken, tokenOf } from '../../world/tokens'
import type { Protocol } from '../protocol'
import { sampledSuccess } from '../sampled-success'
import { callOf, isRoute, type RoutedAction, requestOf } from './routes'
import { isSigned, isSignedAsBefore2021, lowerCased, signatureOf } from './signature'
import { decodedInQuery, sortedQuery, urlParts } from './url'

/** The largest difference between the time of a request and the clock of the cloud. */
const MOST_CLOCK_DIFFERENCE_MS = 5 * 60_000
const MILLISECONDS = /^\d{13}$/

const isTokenRoute = (action: string): boolean =>
  /^GET \/v1\.0\/token(\/|$)|^POST \/v1\.0\/iot-0[13]\/.*login$/.test(action)

/** Signed REST: each action has one route, under its name. */
export const openApiProtocol = (
  cloud: Cloud,
  actions: readonly RoutedAction[],
): Required<Protocol> => ({
  family: 'open-api',
  read: (request) => callOf(request, actions),
  authenticate: (request, { action }) => {
    const { client_id, t = '', access_token = '' } = lowerCased(request.headers)
    const isForToken = isTokenRoute(action)
    if (client_id !== cloud.clientId) refuse('client id is not that of the project')
    const credentials = [request, cloud.accessKey, !isForToken] as const
    const isOldProject = cloud.world.acceptsOldSignatures === true
    if (!isSigned(...credentials) && !(isOldProject && isSignedAsBefore2021(...credentials)))
      refuse('sign invalid')
    const differenceMs = Math.abs(Number(t) - cloud.now())
    if (!MILLISECONDS.test(t) || differenceMs > MOST_CLOCK_DIFFERENCE_MS)
      refuse('request time is invalid')
    if (isForToken) return
    if (access_token === '') refuse('access_token is null')
    const token = tokenOf(cloud.world, ({ accessToken }) => accessToken === access_token)
    if (token.replaced || token.expiresAtMs <= cloud.now())
      refuse('token has expired or was replaced')
  },
  write: (call) => signed(cloud, requestOf(call, actions)),
  success: (result, t, sampled) =>
    sampled === undefined ? { success: true, t, result } : sampledSuccess(result, t, sampled),
})

/** The app of a panel signs the routes that the panel calls. */
export const signedByApp = (cloud: Cloud, request: SimulatedRequest): SimulatedRequest =>
  isRoute(request) ? signed(cloud, request) : request

/** Signs a request as an app of the project with a valid token. */
const signed = (cloud: Cloud, request: SimulatedRequest): SimulatedRequest => {
  const { path, query } = urlParts(request.path)
  const headers = {
    ...request.headers,
    client_id: cloud.clientId,
    access_token: (currentToken(cloud) ?? issueToken(cloud)).accessToken,
    sign_method: 'HMAC-SHA256',
    t: String(cloud.now()),
  }
  const url = `${path}${sortedQuery(query, decodedInQuery)}`
  const sign = signatureOf({ ...request, headers }, url, cloud.accessKey, true)
  return { ...request, headers: { ...headers, sign } }
}
