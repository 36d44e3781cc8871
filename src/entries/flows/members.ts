export type { Members } from '../../flows/members/members'
export { members } from '../../flows/members/members'
