import { right } from 'fp-ts/lib/Either.js'
import { firstValueFrom } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { silence } from '../support/cloud'
import { lost, ok, openParams, panelOn } from '../support/panels'

describe('a command', () => {
  it('is sent once for two subscriptions, and both receive the outcome', async () => {
    const { panel, requests } = panelOn(ok(true))
    const open$ = panel.request$('doorLock.passwordFreeOpen', openParams)
    expect(requests).toEqual([])
    await expect(firstValueFrom(open$)).resolves.toBe(true)
    await expect(firstValueFrom(open$)).resolves.toBe(true)
    expect(requests).toHaveLength(1)
  })

  it('is sent once for two runs of a taskEither', async () => {
    const { panel, requests } = panelOn(ok(true))
    const open = panel.taskEither('doorLock.passwordFreeOpen', openParams)
    expect([await open(), await open()]).toEqual([right(true), right(true)])
    expect(requests).toHaveLength(1)
  })

  it('returns its error as a Left, and the same error in the second run', async () => {
    const { panel, requests } = panelOn(lost)
    const open = panel.taskEither('doorLock.passwordFreeOpen', openParams)
    const first = await open()
    expect(first).toMatchObject({ _tag: 'Left', left: { kind: 'outcome-unknown' } })
    expect(await open()).toEqual(first)
    expect(requests).toHaveLength(1)
  })

  it('is not resent after a cancel: a later subscriber receives the CancelledError', async () => {
    const { panel, requests, aborted } = panelOn(silence)
    const open$ = panel.request$('doorLock.passwordFreeOpen', openParams)
    open$.subscribe().unsubscribe()
    expect(aborted).toHaveLength(1)
    await expect(firstValueFrom(open$)).rejects.toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(requests).toHaveLength(1)
  })

  it('names the check action when its answer is unreadable', async () => {
    const { panel } = panelOn(ok('perhaps'))
    await expect(panel.apiRequest('doorLock.passwordFreeOpen', openParams)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'response',
      check: 'device.status',
    })
  })
})
