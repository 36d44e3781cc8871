import { describeRun, type Facts, type FlowRun } from '../facts'
import { nameOf, pinOf } from '../flow-kinds'
import { claimOf } from './claims'

/** What the name or the PIN of a run finds in the cloud and at the lock. */
const createdBy = ({ simulator, lock }: Facts, { flow, number }: FlowRun): number => {
  const { temporaryPasswords, deviceUsers } = simulator.world
  if (flow === 'add member')
    return simulator.journal.filter(
      ({ command, detail }) => command === 'add-user' && detail.nickName === nameOf(number),
    ).length
  void deviceUsers
  const pin = pinOf(number, lock.type !== 'wifi')
  const inCloud = temporaryPasswords.filter((one) => one.pin === pin).length
  const atLock = simulator.journal.filter(
    ({ command, detail }) => command === 'create-password' && detail.sn !== undefined,
  )
  return (
    inCloud + Math.min(atLock.length, lock.localPasswords.filter((one) => one.pin === pin).length)
  )
}

/** Each password and member is created once, with the name and the PIN that the caller gave at the call. */
export const checkCreated = (facts: Facts): void => {
  const { runs, findings, simulator } = facts
  for (const run of runs) {
    if (run.flow !== 'create password' && run.flow !== 'add member') continue
    const count = createdBy(facts, run)
    const claim = claimOf(run)
    const report = (what: string) => findings.add(`${describeRun(run)} ${what}`)
    if (count > 1) report(`created ${count} in place of one`)
    if (claim === 'executed' && count === 0) report('is done, and created nothing')
    if (claim === 'not executed' && count > 0)
      report(`reports that it created nothing, and it did: ${run.error}`)
  }
  const removed = new Set<unknown>()
  for (const { command, detail } of simulator.journal) {
    if (command !== 'delete-password' || detail.passwordId === undefined) continue
    if (removed.has(detail.passwordId)) findings.add('the lock deletes one password twice')
    removed.add(detail.passwordId)
  }
  const known = new Set(runs.map(({ number }) => nameOf(number)))
  for (const { name } of simulator.world.temporaryPasswords)
    if (!known.has(name) && !/^Renamed \d+$/.test(name) && name.includes('spoiled'))
      findings.add('a password has a name of an input that was changed after the call')
}
