import { writtenOn } from './written-readings';

/** What was said of highways, before each of its editions. */
export const highwaysYear = [
  ...writtenOn('2017-08-11', [
    {
      code: 'hwy-01',
      start: '2017-07-01',
      comments: 'A repair gang was lent to the resurfacing of the coast road, so the rest had longer ways to go.',
      action: ['Bring the gang back once the coast road is finished.', 'Highway Maintenance Manager', '2017-09-29'],
    },
    {
      code: 'hwy-09',
      start: '2016-01-01',
      comments: 'Most of the injuries were on rural roads on which drivers lost control in bends.',
      action: ['Lower the limit on the three roads with most injuries.', 'Road Safety Manager', '2017-12-22'],
    },
    {
      code: 'hwy-11',
      start: '2017-07-01',
      comments: 'Enquiries about grass and hedges took the team’s time, because the cutting began late.',
      action: ['Publish the days of cutting by parish.', 'Highways Customer Manager', '2017-10-31'],
    },
    {
      code: 'hwy-13',
      start: '2017-07-01',
      comments: 'Repairs made in the wet months did not hold, since water had got under them.',
      action: ['Seal the edges of each repair.', 'Highway Maintenance Manager', '2017-12-22'],
    },
  ]),
  ...writtenOn('2017-11-14', [
    {
      code: 'hwy-01',
      start: '2017-10-01',
      comments: 'Storms brought down trees, and the gangs that cleared them could not mend potholes.',
      action: ['Call in a contractor for fallen trees.', 'Highway Maintenance Manager', '2018-01-31'],
      done: ['2017-07-01'],
    },
    {
      code: 'hwy-04',
      start: '2017-07-01',
      comments: 'Works on the bridge held up every route into the county town.',
      action: ['Agree a way round for buses with the contractor.', 'Passenger Transport Manager', '2018-01-31'],
    },
    {
      code: 'hwy-11',
      start: '2017-10-01',
      comments:
        'The team lost its busiest weeks to a new system for enquiries, in which old ones had to be typed again.',
      action: ['Finish the move to the new system.', 'Highways Customer Manager', '2017-12-22'],
      done: ['2017-07-01'],
    },
    {
      code: 'hwy-13',
      start: '2017-10-01',
      comments: 'The repairs that opened are those of last winter, most of which were done in a hurry.',
      action: ['Mend them with hot material only.', 'Highway Maintenance Manager', '2018-03-30'],
      done: ['2017-07-01'],
    },
  ]),
  ...writtenOn('2017-10-12', [
    {
      code: 'hwy-06',
      start: '2017-04-01',
      comments: 'Bridleways are counted for the first time, and volunteers have looked after most of them well.',
    },
  ]),
  ...writtenOn('2018-02-14', [
    {
      code: 'hwy-01',
      start: '2018-01-01',
      value: '90.2',
      comments: 'Frost opened more potholes than the gangs could reach in a day, and snow closed roads to them.',
      action: ['Hire a second gang for the north.', 'Highway Maintenance Manager', '2018-04-30'],
      done: ['2017-10-01'],
    },
    {
      code: 'hwy-04',
      start: '2017-10-01',
      comments: 'Ice and roadworks slowed buses on the moor, because no gritting is done there before seven.',
      action: ['Grit the bus routes on the moor first.', 'Winter Services Manager', '2018-03-30'],
      done: ['2017-07-01'],
    },
    {
      code: 'hwy-07',
      start: '2018-01-01',
      comments: 'January was cold, so salt went out faster than lorries could bring more.',
      action: ['Order salt for a long winter.', 'Winter Services Manager', '2018-03-30'],
    },
    {
      code: 'hwy-11',
      start: '2018-01-01',
      comments: 'Snow brought many calls at once, and staff who answer enquiries were sent to the control room.',
      action: ['Draw on staff of other services when it snows.', 'Highways Customer Manager', '2018-05-31'],
      done: ['2017-10-01'],
    },
    {
      code: 'hwy-13',
      start: '2018-01-01',
      comments: 'Frost lifts any repair that holds water, and this winter had many nights of it.',
      action: ['Propose a measure that does not hang on the weather.', 'Head of Highways', '2018-03-30'],
    },
  ]),
  ...writtenOn('2018-05-10', [
    {
      code: 'hwy-01',
      start: '2018-04-01',
      comments: 'Gangs are still mending what the winter broke, so new potholes wait longer.',
      action: ['Keep the second gang until the summer.', 'Highway Maintenance Manager', '2018-07-31'],
      done: ['2018-01-01'],
    },
    {
      code: 'hwy-07',
      start: '2018-04-01',
      comments: 'The barns are nearly empty, because the cold of February and March took all that could be bought.',
      action: ['Refill the barns over the summer.', 'Winter Services Manager', '2018-08-31'],
      done: ['2018-01-01'],
    },
    {
      code: 'hwy-11',
      start: '2018-04-01',
      comments: 'Questions about potholes fill the queue, and a post in the team is empty.',
      action: ['Advertise the empty post.', 'Highways Customer Manager', '2018-07-31'],
    },
  ]),
];
