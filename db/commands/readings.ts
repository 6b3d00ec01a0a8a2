export { type Changed, saveReading } from './reading-save';
export {
  acceptSuggestion,
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from './reading-steps';
