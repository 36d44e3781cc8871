import { of } from 'rxjs'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { allActions } from '../../actions'
import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { passwordFreeOpen } from '../../actions/mini-program/door-lock/password-free-open'
import { flag, params } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import { runHandler } from '../../src/core/panel/run-handler'
import { scriptedCloud } from '../support/cloud'
import { lost, ok, openParams, users, usersParams } from '../support/panels'

describe('a handler', () => {
  const firstPage = handle(listUsers, (given, { send }) => send({ ...given, page_size: 50 }))

  it('replaces the default handler inside the same pipeline', async () => {
    const cloud = scriptedCloud(lost, ok(users))
    const panel = createPanel({
      actions: allActions,
      transport: cloud.transport,
      handlers: [firstPage],
    })
    await panel.apiRequest('doorLock.listUsers', usersParams, { retry: { firstDelayMs: 0 } })
    expect(cloud.requests.map(({ params: sent }) => sent.page_size)).toEqual([50, 50])
  })

  it('needs no transport when it answers itself, and its result is validated', async () => {
    const answering = (result: unknown) =>
      createPanel({
        actions: allActions,
        handlers: [handle(passwordFreeOpen, () => of(result as boolean))],
      })
    await expect(answering(true).apiRequest('doorLock.passwordFreeOpen', openParams)).resolves.toBe(
      true,
    )
    await expect(
      answering('perhaps').apiRequest('doorLock.passwordFreeOpen', openParams),
    ).rejects.toMatchObject({ kind: 'outcome-unknown' })
  })

  it('cannot send invalid parameters', async () => {
    const invalid = handle(listUsers, (given, { send }) => send({ ...given, page_no: Number.NaN }))
    await expect(runHandler(invalid, usersParams, { reply: ok(users) })).rejects.toMatchObject({
      kind: 'params',
    })
  })

  it('runs alone in a unit test, with a reply of the cloud', async () => {
    const seen: unknown[] = []
    const reply = (sent: unknown) => {
      seen.push(sent)
      return [
        {
          user_id: 1,
          lock_user_id: '2',
          nick_name: 'n',
          user_contact: '',
          avatar_url: '',
          user_type: 10,
          back_home_notify_attr: 1,
          effective_flag: 1,
          time_schedule_info: { permanent: true },
        },
      ]
    }
    const page = await runHandler(firstPage, usersParams, { reply })
    expect(page.records[0]?.user_id).toBe('1')
    expect(seen).toEqual([expect.objectContaining({ page_size: 50 })])
    await expect(
      runHandler(firstPage, usersParams, { reply: { success: false, code: 1106, msg: 'no' } }),
    ).rejects.toMatchObject({ kind: 'vendor', code: 1106 })
    await expect(runHandler(firstPage, usersParams, { reply: lost })).rejects.toBe(lost)
  })
})

describe('the actions of createPanel', () => {
  it('may include the own actions of an app', async () => {
    const beep = defineAction({
      name: 'app.beep',
      family: 'mini-program',
      safety: 'read',
      locks: ['any'],
      params: params(),
      result: flag(),
    })
    const cloud = scriptedCloud(ok(1))
    const panel = createPanel({ actions: { ...allActions, beep }, transport: cloud.transport })
    const beeped = await panel.apiRequest('app.beep')
    expectTypeOf(beeped).toEqualTypeOf<boolean>()
    expect(beeped).toBe(true)
  })

  it('may not include two actions with one name', () => {
    expect(() => createPanel({ actions: { listUsers, again: listUsers } })).toThrow(
      'two actions have the name doorLock.listUsers',
    )
  })
})
