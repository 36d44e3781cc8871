import { describeRun, type Facts, type FlowRun } from '../facts'
import { nameOf, pinOf } from '../flow-kinds'
import { claimOf } from './claims'

/** What the name or the PIN of a run finds in the cloud and at the lock. */
const createdBy = ({ simulator, lock }: Facts, { flow, number }: FlowRun): number => {
  const { journal, world } = simulator
  if (flow === 'add member')
    return journal.filter(
      ({ command, detail }) => command === 'add-user' && detail.nickName === nameOf(number),
    ).length
  const pin = pinOf(number, lock.type !== 'wifi')
  return [...world.temporaryPasswords, ...lock.localPasswords].filter((one) => one.pin === pin)
    .length
}

/** Each password and member is created once, with the name and the PIN that the caller gave at the call. */
export const checkCreated = (facts: Facts): void => {
  const { runs, findings, simulator } = facts
  const { world, journal } = simulator
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
  for (const { command, detail } of journal) {
    if (command !== 'delete-password' || detail.passwordId === undefined) continue
    if (removed.has(detail.passwordId)) findings.add('the lock deletes one password twice')
    removed.add(detail.passwordId)
  }
  if (world.temporaryPasswords.some(({ name }) => name.includes('spoiled')))
    findings.add('a password has the name of an input that was changed after the call')
}
