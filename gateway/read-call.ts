import { createHash } from 'node:crypto'
import type { Action } from '../src/core/action'
import { issuesOf } from '../src/core/errors/issue'
import { ParamsError } from '../src/core/errors/params-error'
import { parseJson } from '../src/core/json/parse-json'
import { isObject } from '../src/core/options/check'
import { closestMatch } from '../src/core/text/closest-match'
import { IDEMPOTENCY_HEADER } from '../src/transports/http-request'
import { gatewayLimits, lackingIn } from '../src/transports/server-limits'
import { pairOf, pairs } from './pairs'
import type { Pair } from './pairs/pair'
import { GatewayRefusal } from './refusal'
import { routes } from './routes'

/** A call that the gateway can carry, with its parameters as the contract decodes them. */
export interface GatewayCall {
  readonly pair: Pair
  readonly params: Readonly<Record<string, unknown>>
  /** One for most actions, none for the clock of the cloud, several for a list of devices. */
  readonly deviceIds: readonly string[]
  /** Of a command. */
  readonly key: string | undefined
}

const badRequest = (message: string) => new GatewayRefusal('GATEWAY_BAD_REQUEST', message)

/** Reads POST `{action, params}`. Fails with a GatewayRefusal, or with a ParamsError that names the parameter. */
export const readCall = async (request: Request): Promise<GatewayCall> => {
  const parsed = parseJson(await request.text())
  if (!parsed.ok || !isObject(parsed.value) || typeof parsed.value.action !== 'string')
    throw badRequest('The body is not `{"action": "…", "params": {…}}`. Send JSON of this form.')
  const { action: name, params = {} } = parsed.value
  const pair = pairNamed(String(name))
  const { action } = pair
  const decoded = action.params.decode(params)
  if (decoded._tag === 'Left')
    throw new ParamsError({ action: action.name, family: action.family }, issuesOf(decoded.left))
  const fields = decoded.right as GatewayCall['params']
  return { pair, params: fields, deviceIds: deviceIdsIn(fields), key: keyOf(request, action) }
}

const pairNamed = (name: string): Pair => {
  const pair = pairOf(name)
  if (pair !== undefined) return pair
  const shown = name.slice(0, 100)
  if (Object.values(routes).some((route) => route.name === name))
    throw new GatewayRefusal(
      'GATEWAY_NO_ROUTE',
      `The gateway does not carry ${shown}, which names no device: no role on a lock permits it. Call it from your server, over openApi.`,
    )
  if (lackingIn(gatewayLimits).includes(name))
    throw new GatewayRefusal(
      'GATEWAY_NO_ROUTE',
      `The vendor has no known route for ${shown}, so a gateway cannot carry it. Call it from a host that reaches the lock or the vendor's app itself.`,
    )
  const suggestion = closestMatch(
    shown,
    pairs.map(({ action }) => action.name),
  )
  throw new GatewayRefusal(
    'GATEWAY_NO_ROUTE',
    `The gateway has no action ${shown}${suggestion === undefined ? '.' : `; did you mean ${suggestion}?`}`,
  )
}

/** Every device that a call names: the user must be permitted on each. */
const deviceIdsIn = ({
  device_id,
  device_ids,
  relate_dev_list: accessories,
}: GatewayCall['params']): readonly string[] => {
  const ids = [
    ...(typeof device_id === 'string' ? [device_id] : []),
    ...(typeof device_ids === 'string' ? device_ids.split(',') : []),
    ...(Array.isArray(accessories) ? accessories.map(String) : []),
  ]
  if (ids.length > MAX_DEVICES)
    throw badRequest(`expected at most ${MAX_DEVICES} devices. Send several requests.`)
  return ids
}

/** Of the route that reads several devices. */
const MAX_DEVICES = 20

/** Visible ASCII characters, as in a header. */
const KEY = /^[\x21-\x7e]{1,200}$/

const keyOf = ({ headers }: Request, { name, safety }: Action): string | undefined => {
  if (safety !== 'once') return undefined
  const key = headers.get(IDEMPOTENCY_HEADER)
  if (key !== null && KEY.test(key)) return key
  throw badRequest(
    `${name} is a command, and the request has no valid header Idempotency-Key, so nothing was sent. Send a new text of at most 200 visible ASCII characters with each command; the transports of lockpanel do so.`,
  )
}

/** Of the action and its parameters: a hash, because a store keeps it. */
export const fingerprintOf = ({ pair, params }: GatewayCall): string =>
  createHash('sha256')
    .update(JSON.stringify([pair.action.name, pair.action.params.encode(params)]))
    .digest('hex')
