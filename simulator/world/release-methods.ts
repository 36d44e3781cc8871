import type { Lock } from './lock'
import type { Opmode } from './opmode'

/** The method belongs to nobody. */
export const release = (opmode: Opmode): void => {
  delete opmode.userId
  delete opmode.assigned
}

/** The methods of a person belong to nobody. */
export const releaseAllOf = ({ opmodes }: Lock, userId: string): void => {
  for (const opmode of opmodes) if (opmode.userId === userId) release(opmode)
}
