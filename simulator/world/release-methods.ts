import type { Lock } from './lock'
import type { Opmode } from './opmode'

/** Makes a method unassigned. */
export const release = (opmode: Opmode): void => {
  delete opmode.userId
  delete opmode.assigned
}

/** Makes the methods of a user unassigned. */
export const releaseAllOf = ({ opmodes }: Lock, userId: string): void => {
  for (const opmode of opmodes) if (opmode.userId === userId) release(opmode)
}
