import { filter, firstValueFrom, take, toArray } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createMessages,
  type MessageEvent,
  type Messages,
  type MessagesOptions,
} from '../../messages'
import { createSimulator, type Served, type Simulator, seed } from '../../simulator'
import { allActions, createPanel, type DoorState, lock, openApi } from '../../src/entries'

const { frontDoor } = seed.locks
const finger = { dpCode: 'unlock_fingerprint', unlockSn: 1 }

describe('the message service of the simulator, over a real socket', () => {
  let simulator: Simulator
  let served: Served
  let messages: Messages | undefined
  beforeEach(() => {
    simulator = createSimulator()
  })
  afterEach(async () => {
    await messages?.close()
    await served.close()
  })

  const connect = async (
    options: Partial<MessagesOptions> = {},
    encryption: 'aes_gcm' | 'aes_ecb' = 'aes_gcm',
  ) => {
    served = await simulator.serve({ encryption })
    messages = createMessages({
      url: served.url,
      clientId: simulator.clientId,
      secret: simulator.accessKey,
      clock: simulator.clock,
      random: () => 0,
      ...options,
    } as MessagesOptions)
    return messages
  }
  const stepOf = ({ state$ }: Messages, wanted: string) =>
    firstValueFrom(state$.pipe(filter(({ step }) => step === wanted)))

  it.each(['aes_gcm', 'aes_ecb'] as const)(
    'a finger at the door is a typed event with %s',
    async (encryption) => {
      const { events$ } = await connect({}, encryption)
      const unlock = firstValueFrom(events$.pipe(filter(({ kind }) => kind === 'unlock')))
      simulator.unlockAtDoor(frontDoor.id, finger)
      expect(await unlock).toMatchObject({
        kind: 'unlock',
        deviceId: frontDoor.id,
        method: 'fingerprint',
        unlockSn: 1,
        isLate: false,
      })
    },
  )

  it('loses no message and handles none twice when the socket breaks in the middle', async () => {
    const handled: MessageEvent[] = []
    let count = 0
    let finish = () => {}
    const all = new Promise<void>((resolve) => {
      finish = resolve
    })
    const service = await connect({
      onEvent: async (event) => {
        if (event.kind !== 'alarm') return
        handled.push(event)
        count += 1
        if (count % 7 === 0) served.breakMessages()
        if (count === 40) finish()
      },
    })
    await stepOf(service, 'connected')
    for (let digits = 0; digits < 40; digits++) {
      simulator.typeCode(frontDoor.id, String(digits))
      if (digits === 20) served.breakMessages()
      if (digits % 10 === 0) await stepOf(service, 'connected')
    }
    await all
    const ids = handled.map((event) => event.messageId)
    expect(handled).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
  })

  it('messages from before the login and from between two processes are delivered', async () => {
    simulator.lock(frontDoor.id).online = false
    const first = await connect({ onEvent: () => new Promise(() => {}) })
    await firstValueFrom(first.events$)
    served.breakMessages()
    const again = createMessages({
      url: served.url,
      clientId: simulator.clientId,
      secret: simulator.accessKey,
    })
    const closing = first.close()
    simulator.lock(frontDoor.id).online = true
    const kinds = await firstValueFrom(again.events$.pipe(take(2), toArray()))
    expect(kinds.map(({ kind }) => kind)).toEqual(['offline', 'online'])
    await again.close()
    simulator.clock.advance(5_000)
    await closing
  })

  it('a wrong secret is refused with 401 and retried', async () => {
    const service = await connect({ secret: 'x'.repeat(32), random: () => 1 })
    expect(await stepOf(service, 'waiting')).toMatchObject({ reason: 'refused', statusCode: 401 })
  })

  it('a flow on a server with openApi and messages sees the report of its own unlock, and a finger', async () => {
    const service = await connect()
    const panel = createPanel({
      actions: allActions,
      transport: openApi({
        baseUrl: served.url,
        clientId: simulator.clientId,
        secret: simulator.accessKey,
      }),
    })
    const door = lock(panel, frontDoor.id, {
      type: 'wifi',
      dataPoints: service.dataPointsOf(frontDoor.id),
      pushes$: service.pushes$,
    })
    expect(await door.unlock().done).toMatchObject({ reportedBy: 'data-points' })
    const unlock = firstValueFrom(service.events$.pipe(filter(({ kind }) => kind === 'unlock')))
    simulator.unlockAtDoor(frontDoor.id, finger)
    expect(await unlock).toMatchObject({ method: 'fingerprint', deviceId: frontDoor.id })
    panel.close()
  })

  it.each(['wifi', 'wifi-keepalive'] as const)(
    'a server with openApi and messages sees a finger at the door in state$ within a second (%s)',
    async (type) => {
      const { id } = type === 'wifi' ? frontDoor : seed.locks.cellar
      const { events$, dataPointsOf } = await connect()
      const panel = createPanel({
        actions: allActions,
        transport: openApi({
          baseUrl: served.url,
          clientId: simulator.clientId,
          secret: simulator.accessKey,
        }),
      })
      const door = lock(panel, id, { type, dataPoints: dataPointsOf(id) })
      const states: DoorState[] = []
      const subscription = door.state$.subscribe((state) => states.push(state))
      await door.current()
      const [before] = states.slice(-1)
      expect(before?.bolt?.value).not.toBe('unlocked')
      const unlock = firstValueFrom(events$.pipe(filter(({ kind }) => kind === 'unlock')))
      const seen = firstValueFrom(
        door.state$.pipe(
          filter(
            ({ bolt, lastRecord }) =>
              bolt?.value === 'unlocked' &&
              bolt.source === 'data-points' &&
              lastRecord?.value?.kind === 'opening',
          ),
        ),
      )
      const startMs = performance.now()
      simulator.unlockAtDoor(id, finger)
      const [event, state] = await Promise.all([unlock, seen])
      expect(performance.now() - startMs).toBeLessThan(1_000)
      expect(event).toMatchObject({ deviceId: id, method: 'fingerprint', unlockSn: 1 })
      expect(state.lastRecord?.value).toMatchObject({ kind: 'opening', method: 'fingerprint' })
      subscription.unsubscribe()
      panel.close()
    },
  )
})
