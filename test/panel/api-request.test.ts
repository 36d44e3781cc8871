import { firstValueFrom, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { isSdkError } from '../../src/core/errors/sdk-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { answer } from '../support/cloud'
import { failure, ok, openParams, panelOn, users, usersParams } from '../support/panels'

describe('apiRequest', () => {
  it('sends the documented request and resolves with the decoded result', async () => {
    const { panel, requests } = panelOn(ok(users))
    const { apiRequest } = panel
    await expect(apiRequest('doorLock.listUsers', usersParams)).resolves.toEqual(users)
    expect(requests).toEqual([
      expect.objectContaining({
        action: 'doorLock.listUsers',
        family: 'mini-program',
        params: usersParams,
        attempt: 1,
      }),
    ])
  })

  it('accepts an action without parameters by its name alone', async () => {
    const { panel } = panelOn({ success: 1607087405739, result: true, t: 1 })
    await expect(panel.apiRequest('timer.currentTime')).resolves.toBe(1607087405739)
  })

  it("accepts the vendor's object form, typed in fetch and untyped in apiRequest", async () => {
    const { panel } = panelOn(ok(users))
    const request = { action: 'doorLock.listUsers', params: usersParams } as const
    await expect(panel.fetch(request)).resolves.toEqual(users)
    const untyped = panel.apiRequest as (given: unknown) => Promise<unknown>
    await expect(untyped(request)).resolves.toEqual(users)
  })

  it('sends nothing when a parameter is invalid, and names the parameter', async () => {
    const { panel, requests } = panelOn(ok(users))
    const invalid = {
      device_id: 'door',
      target_standard_dp_codes: '',
      page_no: 'one',
      pagesize: 20,
    }
    const error = await failure(panel.apiRequest('doorLock.listUsers', invalid as never))
    expect(error).toMatchObject({ kind: 'params', attempt: 0 })
    expect((error as Error).message).toBe(
      'doorLock.listUsers: invalid parameters, nothing was sent. pagesize: unknown parameter; did you mean page_size?; page_no: expected a whole number; page_size: missing',
    )
    expect(requests).toEqual([])
  })

  it('suggests the closest action when the name is unknown', async () => {
    const { panel } = panelOn(ok(users))
    await expect(
      (panel.apiRequest as (name: string) => Promise<unknown>)('doorLock.listUser'),
    ).rejects.toMatchObject({
      kind: 'unsupported',
      message: expect.stringContaining('did you mean doorLock.listUsers?'),
    })
  })

  it('rejects when no transport supports the family', async () => {
    const panel = createPanel({ actions: allActions })
    await expect(panel.apiRequest('timer.currentTime')).rejects.toMatchObject({
      kind: 'unsupported',
    })
  })

  it.each([
    [
      'a vendor error',
      { success: false, code: '2001', msg: 'device is offline' },
      { kind: 'vendor', code: 2001, class: 'offline' },
    ],
    [
      'an answer that breaks the contract',
      ok({ records: [{ nick_name: 'without an id' }] }),
      { kind: 'response' },
    ],
    ['an answer that is no list', ok('users'), { kind: 'response' }],
    [
      'a gateway page',
      answer({ body: { text: '<html>' }, statusCode: 403 }),
      { kind: 'transport', statusCode: 403 },
    ],
  ])('rejects with a specific error class for %s', async (_what, reply, expected) => {
    const { panel, requests } = panelOn(reply)
    await expect(panel.apiRequest('doorLock.listUsers', usersParams)).rejects.toMatchObject(
      expected,
    )
    expect(requests).toHaveLength(1)
  })

  it('retries a read after a truncated answer', async () => {
    const truncated = answer({ body: { text: '{"success":tr' }, statusCode: 200 })
    const { panel, requests } = panelOn(truncated, ok(users))
    await expect(
      panel.apiRequest('doorLock.listUsers', usersParams, { retry: { firstDelayMs: 0 } }),
    ).resolves.toEqual(users)
    expect(requests.map(({ attempt }) => attempt)).toEqual([1, 2])
  })

  it('rejects with an SdkError whatever a transport throws', async () => {
    for (const thrown of [new RangeError('secret body'), 'text', undefined]) {
      const panel = createPanel({
        actions: allActions,
        transport: {
          name: 'broken',
          families: ['mini-program'],
          send: () => throwError(() => thrown),
        },
      })
      const error = await failure(panel.apiRequest('doorLock.passwordFreeOpen', openParams))
      expect(isSdkError(error)).toBe(true)
      expect(isOutcomeUnknownError(error)).toBe(true)
      expect(String(error)).not.toContain('secret body')
    }
  })
})

describe('a read', () => {
  it('is sent by every subscription, and by every run of a taskEither', async () => {
    const { panel, requests } = panelOn(ok(1607087405739))
    const time$ = panel.request$('timer.currentTime')
    await firstValueFrom(time$)
    await firstValueFrom(time$)
    const time = panel.taskEither('timer.currentTime')
    await time()
    await time()
    expect(requests).toHaveLength(4)
  })
})
