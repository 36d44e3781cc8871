import { oneOf } from '../../shared'

/** 50 home owner, 10 administrator, 20 common member, 30 anonymous member. */
export const userType = oneOf([50, 10, 20, 30])
