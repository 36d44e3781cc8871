import { name } from '../../../checks/values'

export const deviceParams = { devId: name }
