export { safelistText, type WrittenOperation } from './emitted-lists.js';
export {
  type OperationLists,
  openSafelist,
  type Safelist,
  STEPS,
  type Step,
} from './safelist.js';
