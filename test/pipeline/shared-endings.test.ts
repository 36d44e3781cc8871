import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createSignal } from '../support/abort-signal'
import { answeringPanel, quietly } from '../support/answering-panel'
import { actionOf } from '../support/calls'
import { ok } from '../support/panels'

const params = { device_id: 'door' }
const { read, sync } = actionOf

describe('a sync request', () => {
  it('is not sent from the queue if one signal ends all its callers and the open request', () => {
    const { panel, requests } = answeringPanel(() => NEVER)
    const { signal, abort } = createSignal()
    for (const { name } of [read, sync, sync]) quietly(panel.request$(name, params, { signal }))
    abort()
    expect(requests.map(({ action }) => action)).toEqual([read.name])
  })

  it('is sent for a caller who comes while its last caller ends, although the queue has passed over it', async () => {
    const { panel, requests, clock } = answeringPanel(({ action }) =>
      action === read.name ? NEVER : ok('answer'),
    )
    const options = { deadlineMs: 500 }
    const seen: unknown[] = []
    quietly(panel.request$(read.name, params, options))
    quietly(panel.request$(sync.name, params, options))
    panel.events$.subscribe(({ type, action }) => {
      if (type === 'failed' && action === sync.name)
        panel.request$(sync.name, params).subscribe((value) => seen.push(value))
    })
    await clock.advance(500, async () => {})
    expect(seen).toEqual(['answer'])
    expect(requests).toHaveLength(2)
  })
})
