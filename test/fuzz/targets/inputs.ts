import fc from 'fast-check'
import { getSyncableOpmodeTypes } from '../../../actions/mini-program/door-lock/get-syncable-opmode-types'
import type { Action } from '../../../src/core/action'
import type { ActionRegistry } from '../../../src/core/calls'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { StorageLike } from '../../../src/core/pipeline/window-memory'
import { readStore } from '../../../src/open-api/token-store'
import { fetchTransport } from '../../../src/transports/fetch-transport'
import { rawCodecs } from '../../data-points/raw/raw-codecs'
import { arbitraryOf } from '../../support/arbitrary'
import { everyAction } from '../../support/registries'
import { createVirtualClock } from '../../support/virtual-clock'
import { hostileTextsOf } from '../hostile-texts'
import { hostileValuesOf, type Make, made } from '../hostile-values'
import { assertOwn, settles, type Target, target } from '../target'

const actions: ActionRegistry = Object.fromEntries(everyAction.map((one) => [one.name, one]))
const answering = fetchTransport({
  url: 'https://cloud.example',
  fetch: async () => ({
    status: 200,
    headers: { get: () => null },
    text: async () => '{"success":true,"t":1,"result":true}',
  }),
})
const transport = { ...answering, families: ['mini-program', 'open-api', 'panel'] as const }
const panel = createPanel({ actions, transport })

const WINDOW_MS = 5_000
const sync = getSyncableOpmodeTypes
const syncParams = { device_id: 'lock-1', target_standard_dp_codes: 'unlock_card' }

/** Lets the promises of a call through `fetch` settle. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 32; turn++) await undefined
}

const storedWindow = fc.record({
  until: fc.oneof(fc.integer(), fc.constantFrom(WINDOW_MS, 2 * WINDOW_MS, 1e300)),
  action: fc.string(),
  codes: fc.string(),
  requestId: fc.string(),
})

/** A call waits for a stored window at most once. */
const callOverStorage = async (stored: Make): Promise<void> => {
  const clock = createVirtualClock(0)
  const storage: StorageLike = { get: stored, set: () => undefined }
  const own = createPanel({ actions: { sync }, transport, clock, storage, windowMs: WINDOW_MS })
  let isSettled = false
  const call = settles(() => own.apiRequest(sync.name, syncParams, { retry: false })).then(() => {
    isSettled = true
  })
  await clock.advance(WINDOW_MS, settle)
  if (!isSettled) throw new Error('the call waits for longer than a window')
  await call
  own.close()
}

const hexText = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('hex'))

export const inputTargets: readonly Target[] = [
  target(
    'parameters of a call',
    3,
    fc.oneof(
      ...everyAction.map((action) =>
        fc.record({
          action: fc.constant<Action>(action),
          make: hostileValuesOf(arbitraryOf(action.params)),
        }),
      ),
    ),
    ({ action, make }) => settles(() => panel.apiRequest(action.name, make(), { retry: false })),
  ),
  target(
    'a raw data point to decode',
    2,
    fc.record({
      raw: fc.constantFrom(...rawCodecs),
      text: fc.oneof(hexText, hostileTextsOf(fc.constant('')), fc.anything()),
    }),
    ({ raw: { codec, start }, text }) => {
      const given = typeof text === 'string' ? start + text : text
      const decoded = codec.decode(given)
      if (decoded._tag === 'Right' && codec.encode(decoded.right) !== String(given).toLowerCase())
        throw new Error(`${codec.name} decodes what it does not encode`)
    },
  ),
  target(
    'a raw data point to encode',
    2,
    fc.oneof(
      ...rawCodecs.map(({ codec, values }) =>
        fc.record({ codec: fc.constant(codec), make: hostileValuesOf(values) }),
      ),
    ),
    ({ codec, make }) => {
      try {
        codec.encode(make())
      } catch (error) {
        assertOwn(error)
      }
    },
  ),
  target(
    'a storage',
    1,
    fc.oneof(made(hostileTextsOf(storedWindow)), hostileValuesOf(storedWindow)),
    callOverStorage,
  ),
  target(
    'a store of tokens',
    1,
    hostileValuesOf(
      fc.record({ accessToken: fc.string(), refreshToken: fc.string(), renewAt: fc.integer() }),
    ),
    async (stored) => {
      await readStore({ get: stored as () => never, set: () => undefined })
    },
  ),
]
