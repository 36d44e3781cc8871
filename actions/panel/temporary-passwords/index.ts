export { lockTemppwdCreate } from './lock-temppwd-create'
export { lockTemppwdDel } from './lock-temppwd-del'
export { lockTemppwdList } from './lock-temppwd-list'
export { lockTemppwdNameUpdate } from './lock-temppwd-name-update'
