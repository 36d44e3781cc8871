import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { scriptedCloud } from '../support/cloud'
import { ok, usersParams } from '../support/panels'

const SECRET = 'Ann-204060'
const answer = ok({
  records: [{ user_id: '1' }, { user_id: '2' }, { nick_name: SECRET }],
  total: 3,
})

const driftOf = async (options: object) => {
  const { transport } = scriptedCloud(answer)
  const panel = createPanel({ actions: allActions, transport, ...options })
  const events: PanelEvent[] = []
  panel.events$.subscribe((event) => events.push(event))
  const page = await panel.apiRequest('doorLock.listUsers', usersParams)
  return { page, drift: events.filter((event) => event.type === 'drift') }
}

describe('a drift event', () => {
  it('counts the deviations of an answer by path, and contains no value', async () => {
    const { page, drift } = await driftOf({})
    expect(page.records.map(({ user_id }) => user_id)).toEqual(['1', '2'])
    expect(drift).toHaveLength(1)
    expect(drift[0]).toMatchObject({ action: 'doorLock.listUsers', attempt: 1 })
    expect(drift[0]).toHaveProperty(
      'deviations',
      expect.arrayContaining([
        { path: 'records[].user_id', message: 'missing', count: 1 },
        { path: 'records[].lock_user_id', message: 'missing', count: 3 },
      ]),
    )
    expect(JSON.stringify(drift)).not.toContain(SECRET)
  })

  it('is emitted once for a handler that passes the answer on', async () => {
    const handlers = [handle(listUsers, (params, { send }) => send(params))]
    expect((await driftOf({ handlers })).drift).toHaveLength(1)
  })

  it('is a ResponseError with strict contracts', async () => {
    await expect(driftOf({ contracts: 'strict' })).rejects.toMatchObject({ kind: 'response' })
  })
})
