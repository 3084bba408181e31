/** What rules and saved views use of conditions. */
export { ConditionGroup, ListField, type Asking } from './condition-group.tsx'
export {
  describeConditionFault,
  languageName,
  nameAmong,
  valueName,
  valuesToChoose,
  yesOrNoName,
  type OwnNames,
} from './value-name.ts'
export { conditionWords } from './words.ts'
