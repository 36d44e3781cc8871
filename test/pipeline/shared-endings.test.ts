import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createSignal } from '../support/abort-signal'
import { answeringPanel, quietly } from '../support/answering-panel'
import { actionOf } from '../support/calls'

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
})
