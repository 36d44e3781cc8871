import { secretsOf, textOf } from '../../../flows/support/check-run'
import { describeRun, type Facts } from '../facts'
import { pinOf } from '../flow-kinds'

/** Of the simulated cloud, its locks, and the callers. */
const allSecretsOf = ({ simulator, runs, lock }: Facts): readonly string[] => {
  const { tokens, log } = simulator.world
  return [
    ...secretsOf(simulator),
    ...tokens.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken]),
    ...log.flatMap(({ media }) => (media === undefined ? [] : [media.key])),
    ...runs
      .filter(({ flow }) => flow === 'create password')
      .map(({ number }) => pinOf(number, lock.type !== 'wifi')),
    // Of a hostile handler.
    'S3CR3T',
  ]
}

/** A PIN is searched as a number of its own, because a time or an id may contain its digits. */
const searchOf = (secret: string): RegExp => {
  const escaped = secret.replace(/[^\w]/g, '\\$&')
  return new RegExp(/^\d+$/.test(secret) ? `(?<!\\d)${escaped}(?!\\d)` : escaped)
}

/** No event, no log and no error contains a secret. */
export const checkSecrets = (facts: Facts): void => {
  const { events, gatewayEvents, runs, findings } = facts
  const searches = [...new Set(allSecretsOf(facts))].map(searchOf)
  const check = (where: string, text: string) => {
    if (searches.some((search) => search.test(text))) findings.add(`${where} contains a secret`)
  }
  for (const type of new Set(events.map((event) => event.type)))
    check(`an event (${type})`, JSON.stringify(events.filter((event) => event.type === type)))
  check('an event of the gateway', JSON.stringify(gatewayEvents))
  for (const run of runs)
    if (run.error !== undefined) check(`the error of ${describeRun(run)}`, textOf(run.error))
}
