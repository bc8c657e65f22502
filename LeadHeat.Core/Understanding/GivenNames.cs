namespace LeadHeat.Core.Understanding;

/// <summary>
/// Given and family names that are common where the playbooks do business, and that mean nothing else in everyday English or Hinglish: in small letters
/// too, they are a name where a name may stand.
/// </summary>
internal static class GivenNames
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = WordSet.Of(string.Join(' ',
        "aakash aarav aarti abhay abhijit abhinav abhishek aditi aditya ajay ajit akash akhil akshay alok amar amit amitabh amol amrita anand ananya anil aniket anita anjali anjana ankit ankita ankur anuj",
        "anupam anurag anushka apoorva archana arjun arnav arun aruna arvind ashish ashok ashwin atul avinash ayush balaji bharat bhavana bhavesh bhaskar bhuvan chaitanya chandan chandra charu chetan chirag chitra",
        "darshan deepa deepak deepika deepti devika dhananjay dharmesh dhruv dilip dinesh divya ekta farhan gagan ganesh gaurav gautam gayatri geeta girish gita gopal govind gowri gurpreet hardik hari harini",
        "harish harsha harshad hemant hemanth himanshu hitesh indira isha ishaan ishita jagdish jatin jaya jayesh jayant jitendra jyoti kabir kailash kajal kalpana kamala kanika karan karthik kartik",
        "kavita kavitha kavya kedar keerthi keshav ketan kiran kirti kishore komal krishna krithika kunal kusum lakshmi lalit lata lavanya leela madhav madhavi madhu madhuri mahesh mahima malini manasi mandar",
        "mangesh manish manisha manju manjunath manoj mayank mayur meenakshi meera megha mihir milind mira mithun mohan mohit monika mukesh mukul murali nagesh naina nalini namrata nandini naren narendra naresh",
        "natasha naveen navin navya neelam neeraj neeta neha nidhi nikhil nikita nilesh nimisha niraj nirmala nisha nishant nitin nitya omkar padma pallavi pankaj parag parth parul parvati pavan pooja poonam",
        "prabhakar prabhu pradeep prakash pramod pranav pranay prasad prashant pratap prateek pratik praveen preeti preethi prithvi priti priya priyanka puja puneet purnima pushpa raghav raghu rahul raj",
        "rajan rajat rajeev rajendra rajesh rajiv rajkumar raju rakesh ramesh ramya ranjan ranjit rashmi ravi ravindra reena rekha renu renuka revathi ritesh ritika ritu rohan rohini rohit roshan rupa",
        "rupali sachin sagar sahil sameer samir sandeep sandhya sangeeta sangeetha sanjana sanjay sanjeev sanjiv santosh sarita satish satya saurabh savita seema shailesh shalini shankar shantanu sharad",
        "sharmila shashank shashi sheela shekhar shilpa shiv shiva shivam shivani shobha shraddha shreya shruti shubham shweta siddharth simran sindhu sita smita sneha sohan sonal sonali sonia srikanth srinivas",
        "sridhar subhash sudha sudhir suhas sujata sujatha suman sumit sumitra sunil sunita suresh surya sushil sushma swapna swapnil swati tanmay tanvi tanya tara tarun tejas trisha tushar uday uma umesh urmila",
        "usha utkarsh vaibhav vaishali vandana varsha varun vasant vasudha veena venkat venkatesh vibha vidya vijay vijaya vikas vikram vimal vinay vineet vineeta vinod vipin vipul viraj vishal vishnu vivek yamini",
        "yash yashwant yogesh zoya agarwal agrawal ahuja banerjee bansal bhat bhatia bhatt bose chatterjee chaudhary chauhan chawla chopra choudhary dalal desai deshmukh deshpande dixit dsouza dutta fernandes",
        "gandhi ganguly ghosh goel gokhale gowda goyal gupta hegde iyengar iyer jadhav jain jha joshi kadam kapoor kapur kaul kaur khanna khurana kohli krishnan krishnamurthy kulkarni kumar kumari malhotra",
        "malik mehra mehta menon mishra misra mitra mukherjee nair naidu nambiar narayan narayanan nayak padmanabhan pai pandey pandit parekh parikh patel pathak patil pillai pinto prabhakaran rao rathore reddy saini",
        "saxena seth sethi shah sharma shenoy shetty shukla singh sinha sodhi srinivasan srivastava subramaniam subramanian suri swamy talwar tandon thakur thomas tiwari trivedi upadhyay varghese varma venkataraman",
        "verma vyas yadav abbas abdul abdullah abdulla abdulrahman adel adil adnan ahmad ahmed aisha ayesha akram ali alia alya amina amir amira anas anwar arif asad asif asma ayaan aysha aziz azhar bashir bilal",
        "dina ebrahim eman essa fahad faisal faiz farah fareed farid farida faris farooq fathima fatima ghada habib hadi hafsa haider hamad hamdan hamid hamza hanan hani haris haroon hasan hassan hatem huda",
        "hussain hussein ibrahim idris imran imtiaz iqbal irfan ismail jaber jamal jameel jamil junaid kareem karim kamran khadija khaled khalid khan layla laila latifa lubna lina mahmoud majid maktoum",
        "mansoor mariam maryam marwan mehmood mohamad mohamed mohammad mohammed mona mostafa muhammad muneer murtaza musa mustafa nabil nadeem nadia naeem naseem nasir nasser nawaf nazia noor noora nora",
        "noura omar osama qasim rabia rafiq rania rashed rashid rauf rehan rehman riyaz rizwan saad sabah saeed safiya saif saleem saleh salem salim salma salman samira sara sarah sayed shabana shahid",
        "shaikh shakir shamma shamsa shireen sohail suhail sumaya syed tahir talal tariq tasneem usman umar waleed walid waqar wasim yasir yasmin yasmeen younis yousef yousuf youssef yusuf zaid zainab zahra",
        "zubair adam adrian agnes albert alex alexander alexandra alfred alice alicia amanda amelia amy ana andrea andreas andrew angela anna anne annika anthony antonio arthur barbara beatrice ben benjamin",
        "bernard bobby boris brenda brian bruno camille carla carlos carol caroline catherine charles charlotte chiara chloe chris christian christina christine christopher claire clara claudia colin daniel daniela",
        "david deborah denis dennis diana diego diane dmitri dominic donald dorothy edith eduardo edward elena eleanor elisa elizabeth ella emily emma eric erik ethan eva evelyn fabio felix fernando fiona",
        "francesca francesco francis francisco franz fred frederick gabriel gabriela george gerald giovanni giulia gloria graham greg gregory gustav hannah hans harriet harry hector helen helena henrik",
        "henry hugo ian igor ines ingrid irene irina isabel isabella ivan jacob jake james jane janet jason javier jean jeff jennifer jenny jeremy jessica jim joan joao joe joel johan johanna johannes john johnny",
        "jonas jonathan jorge jose joseph joshua juan judith julia julian julie juliet justin karen karin karl kate katherine kathleen katie keith kelly kenneth kevin klaus kyle larissa larry laura lauren laurence",
        "leah leo leon leonard leonardo leonie lewis lea liam linda lisa lorenzo louis louise luca lucas lucia lucy luigi luis luisa luke lukas magdalena manuel marc marco marcus margaret maria marie mario",
        "marion martha martin martina matteo matthew matthias maurice melanie melissa michael michel michelle miguel mike monica morgan nancy naomi natalia natalie nathan neil nicholas nicola nicolas nicole nigel",
        "nina noah oleg oliver olivia olga oscar otto pablo pamela paolo patricia patrick paul paula pauline pedro peter philip philippe phoebe pierre rachel ralph raymond rebecca ricardo richard robert roberto roger",
        "ronald rosa rosalind rowan rupert ruth ryan samantha samuel sandra sasha scott sean sebastian sergei sergio sharon sheila silvia simon simone sofia sophia sophie stefan stella stephanie stephen steve",
        "steven stuart susan susanna sven svetlana sylvia tatiana teresa theo theresa thierry timothy tobias tom tony tracy tristan ulrich ursula valentina valerie vanessa vera veronica victoria viktor vincent",
        "virginia vladimir walter wendy werner william wolfgang yolanda yvonne zoe"));

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Known.Contains(word);

    /// <summary>Whether a token is one that nobody took yet.</summary>
    public static bool IsAt(Scan scan, int at)
    {
        if (!scan.IsFree(at) || scan.Tokens[at].Kind != TokenKind.Word)
            return false;
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        return Contains(letters[..Tokenizer.Fold(scan.WordAt(at), letters)]);
    }
}
