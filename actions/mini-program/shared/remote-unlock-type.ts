import { oneOf } from '../../shared'

export const remoteUnlockType = oneOf(['remoteUnlockWithoutPwd', 'remoteUnlockWithPwd'])
