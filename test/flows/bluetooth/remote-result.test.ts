import { describe, expect, it } from 'vitest'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import { failureOf, settle } from '../support/settle'
import { createBleHarness } from './ble-harness'
import { createScriptedLink, readInstruction } from './scripted-link'

/** A lock that reports data point 61 only. */
const reporting = (result: 'ok' | 'failed', otherBy = 0) =>
  createScriptedLink((hex) => {
    const memberId = Number.parseInt(readInstruction(hex).slaveId, 16) + otherBy
    return [{ remote_no_dp_key: remoteNoDpKeyReport.encode({ result, memberId }) }]
  })

describe('a Bluetooth lock that reports data point 61 instead of a result', () => {
  it('confirms an unlock as its bolt does', async () => {
    const { ble, clock } = createBleHarness()
    const { link, sent } = reporting('ok')
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ confirmedBy: 'bolt' })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['a failure', 'open', reporting('failed')],
    ['the unlock of another user', 'open', reporting('ok', 1)],
    ['an unlock while it locks', 'close', reporting('ok')],
  ] as const)('has an unknown outcome after %s', async (_, method, { link, sent }) => {
    const { ble, clock } = createBleHarness()
    expect(await failureOf(clock, ble[method](link).done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'timeout',
    })
    expect(sent).toHaveLength(1)
  })
})
