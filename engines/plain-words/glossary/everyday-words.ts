/**
 * Words that most people know and that lists of plain words still name: explained when somebody asks, never offered in their place. How a
 * line is written: glossary.ts.
 */
export const everydayWords = `
## verb
address : deal with
advise : tell
affirm : say yes
allow : let
appreciate : be glad of
articulate : say clearly
attempt : try
attack : try to hurt
avoid : stay away from
calculate : work out
combine : put together
complete : finish
confirm : make sure
consider : think about
contact : call or write to
contain / include : have in it
continue / continue to : go on
contract : get an illness
control : keep in check
convert : change
correspond : write, or match
create : make
decline : say no, or get worse
deem : think
delay : put off
describe : tell about
detect : find
develop : grow
disconnect : take apart
discuss : talk about
disguise : hide
display : show
encourage : urge
expend : use up
experience : feel or have
fail : not do
forward : send on
function : work
improve : get better
increase : go up
inherit : get from parents
manage : handle
obscure : hide
operate : run, or do surgery
peruse : read
present : show
prevent : stop
process : handle
provide : give
receive : get
recognize : know again
recover : get better
reduce : cut down
register : sign up
relieve : ease
remove : take away
renovate : repair
report : tell
request : ask for
rescind : take back
resemble : look like
return : come back
review : look over
schedule : set a time for
reschedule : set a new time for
select : choose
suffice : be enough
suggest : say
telephone : call
understand : know
vary : change
vomit : throw up
warrant : give a reason for
## noun
access : a way to get in or get help
addict : a person who cannot stop using a drug
appointment : a visit with a set time
behavior : how somebody acts
benefit : a good effect
beverage : drink
bone : a hard part of the body
brain : the organ you think with
cancer : an illness where cells grow out of control
catastrophe : a very bad event
challenge : problem
choice : what you pick
complaint : what is wrong
completion : end
concern : worry
condition : how you are, or an illness
confusion : not thinking clearly
decision : what you choose to do
domicile : home
dust : fine dirt
effect : result
employment : work
environment : what is around you
evidence : proof
experience : what you have done before
exterior : outside
factor : reason
fever : a hot body
instrument : tool
interface : where two things meet
interior : inside
knee : the joint in the middle of the leg
locality : place
medicine : what you take to get well
mentality : way of thinking
pain : a feeling that hurts
permutation : order
preference : choice
protection : keeping safe
purpose : reason
ramification : result
range : from low to high
reaction : what happens
regulation : rule
relief : feeling better
remainder : rest
researcher : a person who does studies
respite : a rest
response : answer
restoration : repair
revision : change
risk level : how likely harm is
segment : part
situation : case
soil : ground
source : where it comes from
status : how it is now
stress : strain on mind or body
substance : thing
surface : the outside or top
surgery : an operation
swelling : a part that gets bigger with fluid
tap : a light touch
tongue : the part of the mouth that tastes
travel / move : going from place to place
treatment : what is done to make you well
variety : many kinds
weakness : having little strength
## adjective
affirmative : yes
available : ready to use
aware : knowing
biannual : two times a year
capable : able
common : found often
conclusive : sure
conspicuous : easy to see
contingent upon : only if
dangerous : not safe
disproportionate : too big or too small
economical : cheap
final : last
global : of the whole world
inclement : bad
irrefutable : sure
likely : to be expected
mobile : able to move
necessary : needed
nominal : very small
normal : usual
numerate : good with numbers
opposite : facing
overweight : weighing too much
paramount : most important
permanent : lasting
physical : of the body
possible : that may be
proactive : acting early
rare / uncommon : not often seen
recombinant : made by joining genes
replicable : that can be done again
serious : bad
several : some
severe : very bad
similar : like
stable : not getting worse
swollen : bigger from fluid
unable : not able
unique : only one
urgent : that cannot wait
usual : most common
vague : not clear
valuable : worth a lot
## adverb
especially : above all
globally : in the whole world
however : but
immediately : right away
locally : near here
recently : not long ago
regularly : often
seldom : not often
usually : mostly
## phrase
directed to : told to
evidence of : signs of
failed to : did not
provided that : if
shall : will
until such time : until
while : at the same time
`
