import { inspect } from 'node:util'
import { lastValueFrom } from 'rxjs'
import { expect } from 'vitest'
import type { TransportAnswer, TransportRequest } from '../../src/core/transport/transport'
import { type OpenApiOptions, openApi } from '../../src/open-api/open-api'
import type { OpenApiToken, TokenStore } from '../../src/open-api/token-store'
import type { SignedCloud } from '../support/signed-cloud'
import { credentials } from './vectors'

export const { clientId, secret } = credentials

/** The start of the test clock, in milliseconds. */
export const START = 1_700_000_000_000

export const request: TransportRequest = {
  action: 'GET /v1.1/devices/{device_id}/users',
  family: 'open-api',
  params: { device_id: 'vdevo1', page_no: 1, page_size: 10, keyword: '前 门', role: '' },
  requestId: 'request-1',
  attempt: 2,
  timeoutMs: 10_000,
}

export const command: TransportRequest = {
  ...request,
  action: 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync',
  params: { device_id: 'vdevo1', codes: 'unlock_card,unlock_face', note: 'Tür' },
  query: ['codes'],
}

export const transportTo = (cloud: SignedCloud, options: Partial<OpenApiOptions> = {}) =>
  openApi({ clientId, secret, clock: { now: () => START }, ...options, baseUrl: cloud.url })

export const answered = (answer: TransportAnswer): Record<string, unknown> => {
  if (!('text' in answer.body)) throw new Error('no text')
  return JSON.parse(answer.body.text) as Record<string, unknown>
}

export const failureOf = (
  transport: ReturnType<typeof openApi>,
  sent: TransportRequest = request,
): Promise<unknown> =>
  lastValueFrom(transport.send(sent)).then(
    (answer) => expect.fail(`expected a failure, received ${JSON.stringify(answer.body)}`),
    (error: unknown) => error,
  )

/** Everything that a logger could print of an error. */
export const printed = (error: unknown): string =>
  [String(error), JSON.stringify(error), inspect(error, { showHidden: true, depth: 9 })].join('\n')

export const storeOf = (token?: OpenApiToken) => {
  const saved: OpenApiToken[] = token === undefined ? [] : [token]
  const store: TokenStore = {
    get: async () => saved[saved.length - 1],
    set: async (fresh) => {
      saved.push(fresh)
    },
  }
  return { store, saved }
}
