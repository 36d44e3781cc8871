import { from } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { passwordFreeOpen } from '../../actions/mini-program/door-lock/password-free-open'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { scriptedCloud, silence } from '../support/cloud'
import { failure, lost, ok, openParams, panelOn, users, usersParams } from '../support/panels'

describe('events$', () => {
  it('emits each step of a call', async () => {
    const { panel } = panelOn(lost, ok(users))
    const events: PanelEvent[] = []
    panel.events$.subscribe((event) => events.push(event))
    await panel.apiRequest('doorLock.listUsers', usersParams, { retry: { firstDelayMs: 0 } })
    expect(events.map(({ type, attempt }) => [type, attempt])).toEqual([
      ['started', 0],
      ['sent', 1],
      ['retrying', 1],
      ['sent', 2],
      ['succeeded', 2],
    ])
    expect(new Set(events.map(({ requestId }) => requestId)).size).toBe(1)
  })

  it('emits the failure of a call that was not sent', async () => {
    const { panel } = panelOn(ok(users))
    const events: PanelEvent[] = []
    panel.events$.subscribe((event) => events.push(event))
    await failure(panel.apiRequest('doorLock.listUsers', {} as never))
    expect(events).toEqual([
      expect.objectContaining({ type: 'failed', kind: 'params', action: 'doorLock.listUsers' }),
    ])
  })
})

describe('panel.close', () => {
  it('aborts reads, lets a sent command finish, then completes the events', async () => {
    const replies: ((value: unknown) => void)[] = []
    const cloud = scriptedCloud(silence)
    const panel = createPanel({
      actions: allActions,
      transport: cloud.transport,
      handlers: [
        handle(passwordFreeOpen, () =>
          from(new Promise<boolean>((resolve) => replies.push(resolve as never))),
        ),
      ],
    })
    const seen: string[] = []
    panel.events$.subscribe({ complete: () => seen.push('events completed') })
    const read = failure(panel.apiRequest('timer.currentTime'))
    const command = panel.apiRequest('doorLock.passwordFreeOpen', openParams)
    panel.close()
    await expect(read).resolves.toMatchObject({ kind: 'cancelled' })
    expect(cloud.aborted).toHaveLength(1)
    expect(seen).toEqual([])
    replies[0]?.(true)
    await expect(command).resolves.toBe(true)
    expect(seen).toEqual(['events completed'])
    await expect(panel.apiRequest('timer.currentTime')).rejects.toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
  })
})
