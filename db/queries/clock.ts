export { recordMoment } from '../clock';
