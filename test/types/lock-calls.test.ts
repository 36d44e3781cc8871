import { describe, expect, expectTypeOf, it } from 'vitest'
import { allActions } from '../../actions'
import type { ResultOf } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import { type Lock, lock } from '../../src/flows/lock'
import { messagesOf } from './compile'

const door = lock(createPanel({ actions: allActions }), 'd1', { type: 'wifi' })

/** No test calls these functions: `npm run typecheck` checks their types. */
const calls = {
  ticket: () => door.apiRequest('doorLock.passwordTicket', { device_id: 'd1' }),
  withOptions: () =>
    door.apiRequest('doorLock.passwordTicket', { device_id: 'd1' }, { timeoutMs: 2_000 }),
  withoutParams: () => door.apiRequest('timer.currentTime'),
}

describe('a request through a lock', () => {
  it('is typed by the registry of its panel', () => {
    type Ticket = ResultOf<typeof allActions.passwordTicket>
    expectTypeOf(calls.ticket).returns.resolves.toEqualTypeOf<Ticket>()
    expectTypeOf(calls.withOptions).returns.resolves.toEqualTypeOf<Ticket>()
    expectTypeOf(calls.withoutParams).returns.resolves.toEqualTypeOf<number>()
  })

  it('is not needed for a lock that is typed only by its flows', () => {
    expectTypeOf(door).toMatchTypeOf<Lock>()
    const flows = (any: Lock) => any.deviceId
    expect(flows(door)).toBe('d1')
  })
})

const prelude = `
import { allActions, createPanel, lock, type Transport } from 'lockpanel'
declare const transport: Transport
const { passwordTicket, deviceStatus } = allActions
const panel = createPanel({ actions: { passwordTicket, deviceStatus }, transport })
const door = lock(panel, 'd1', { type: 'wifi' })
`

const snippets = {
  'accepts a name of the registry': `export const id = async (): Promise<string> =>
  (await door.apiRequest('doorLock.passwordTicket', { device_id: 'd1' })).ticket_id`,
  'accepts a lock as any lock': `import type { Lock } from 'lockpanel'
export const some: Lock = door`,
  'rejects an unknown name': `door.apiRequest('doorLock.passwordTikcet', { device_id: 'd1' })`,
  'rejects a name of another registry': `door.apiRequest('doorLock.openDoor', { device_id: 'd1' })`,
  'rejects a missing parameter': `door.apiRequest('doorLock.passwordTicket', {})`,
  'rejects a field that the result does not have': `door.apiRequest('doorLock.passwordTicket', { device_id: 'd1' }).then((ticket) => ticket.id)`,
  'rejects an unknown kind of record': `door.records({ kinds: ['openings'] })`,
}

describe('the compiler, for a call through a lock,', () => {
  const messages = messagesOf(
    Object.fromEntries(Object.entries(snippets).map(([name, text]) => [name, prelude + text])),
  )

  it.each(Object.keys(snippets))('%s', (name) => {
    expect(messages[name]).toHaveLength(name.startsWith('rejects') ? 1 : 0)
  })

  it('names the closest name of the registry of the panel', () => {
    expect(messages['rejects an unknown name']?.[0]).toContain(
      `parameter of type '"doorLock.passwordTicket"'`,
    )
  })
})
