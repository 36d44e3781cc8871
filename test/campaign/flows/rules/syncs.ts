import { WINDOW_MS } from '../../facts'
import type { Facts } from '../facts'

/** Two synchronisations of senders that share a storage, or a store of gateways, are five seconds apart. */
export const checkSyncs = ({ syncs, findings }: Facts): void => {
  syncs.forEach((sync, index) => {
    const before = syncs
      .slice(0, index)
      .filter(({ domains }) => domains.some((domain) => sync.domains.includes(domain)))
      .at(-1)
    if (before !== undefined && sync.at < before.at + WINDOW_MS)
      findings.add(`the lock is synchronised ${sync.at - before.at} ms after the last time`)
  })
}
